import type { ListImport, ListReceipt } from '../../events/list-import.ts';
import type { ListName } from '../../events/lists.ts';
import type { Principal } from '../../events/principal.ts';
import { notFound } from '../../events/problem.ts';
import { authorityOf } from '../../events/subscription.ts';

/**
 * The receipt of an import that counts, if the caller's own authority made it; throws Problem NOT_FOUND otherwise,
 * whether or not it exists.
 */
export const readListImport = async (
  list: ListName,
  id: string,
  principal: Principal,
  listImport: (id: string) => Promise<ListImport | undefined>,
): Promise<ListReceipt> => {
  const found = await listImport(id);
  const authority = authorityOf(principal);
  const isOwn = authority !== undefined && found?.receipt.authority === authority;
  if (!isOwn || found.status !== 'counting' || found.receipt.list !== list) {
    throw notFound({ zh: '名单导入', en: 'import of a list' });
  }
  return found.receipt;
};
