import { readFileSync } from 'node:fs';
import { diff } from '../../rules/workbench/diff.ts';
import { type Command, refused, type Said, said, today } from '../command.ts';
import {
  frozenReleases,
  isInFuture,
  isReleaseName,
  mayBecome,
  type ReleaseState,
  stateChanges,
  stateOf,
} from '../release-files.ts';
import { changedSinceRelease } from '../release-lock.ts';
import { NoSigningKey, signRelease, verifyRelease } from '../release-signature.ts';
import { faultLines } from '../rules-files.ts';
import { load } from '../rules-load.ts';
import { changeState, freeze } from '../rules-releases.ts';
import { build } from './build.ts';
import { test } from './test.ts';

const release = async (root: string, name: string, isShadow: boolean): Promise<Said> => {
  const { facts, files, localParameters, faults } = await load(root);
  const all = [...faults, ...changedSinceRelease(root, files, localParameters, today())];
  if (all.length > 0) return refused(faultLines(all));
  if (!isReleaseName(name)) {
    return refused(
      `发布名称应为“年.月”或“年.月.序号”。\nA release is named YEAR.MONTH or YEAR.MONTH.NUMBER, not ${name}\n`,
    );
  }
  if (isInFuture(name, today())) {
    return refused(`${name} 的月份尚未到来；今天是 ${today()}。\n${name} is still to come; today is ${today()}\n`);
  }
  // What is frozen stays: a rule that fails its own examples must not be.
  const tested = await test(root);
  if (tested.status !== 0) return tested;
  const state = isShadow ? 'shadow' : 'published';
  const differences = (before: Parameters<typeof diff>[0], after: Parameters<typeof diff>[1]) =>
    diff(before, after, facts);
  const outcome = freeze(root, { name, state, on: today() }, files, localParameters, differences);
  if (outcome === 'not-newer') return refused(`${name} is not newer than the newest release\n`);
  if (outcome === 'no-change') return refused('nothing has changed since the newest release\n');
  const built = await build(root);
  return { ...built, out: `${tested.out}${built.out ?? ''}` };
};

const become = async (root: string, name: string, state: ReleaseState, reason?: string): Promise<Said> => {
  const before = stateOf(name, stateChanges(root).found);
  if (!frozenReleases(root).found.some((one) => one.name === name)) return refused(`there is no release ${name}\n`);
  if (!mayBecome[before].includes(state)) return refused(`${name} is ${before}: it cannot become ${state}\n`);
  changeState(root, { release: name, state, on: today(), ...(reason !== undefined && { reason }) });
  return build(root);
};

const keyIn = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const isThere = (root: string, name: string): boolean =>
  frozenReleases(root).found.some((release) => release.name === name);

const signed = async (root: string, name: string, keyFile: string): Promise<Said> => {
  if (!isThere(root, name)) return refused(`there is no release ${name}\n`);
  const pem = keyIn(keyFile);
  if (pem === undefined) return refused(`cannot read ${keyFile}\n`);
  try {
    signRelease(root, name, pem);
    return said(`${name} is signed\n`);
  } catch (error) {
    if (!(error instanceof NoSigningKey)) throw error;
    return refused(`${keyFile} is ${error.message}; an Ed25519 private key in PEM is needed\n`);
  }
};

const verified = async (root: string, name: string, keyFile: string | undefined): Promise<Said> => {
  if (!isThere(root, name)) return refused(`there is no release ${name}\n`);
  const trusted = keyFile === undefined ? undefined : keyIn(keyFile);
  if (keyFile !== undefined && trusted === undefined) return refused(`cannot read ${keyFile}\n`);
  const outcome = verifyRelease(root, name, trusted);
  if (outcome === 'unsigned') return refused(`${name} is not signed\n`);
  if (outcome === 'broken') return refused(`the signature of ${name} does not hold\n`);
  const by =
    keyFile === undefined ? 'by the key beside it, which may be anybody’s: give --key to say whose' : `by ${keyFile}`;
  return said(`the signature of ${name} holds, ${by}\n`);
};

const text = { type: 'string' } as const;

export const releaseCommands: readonly Command[] = [
  {
    name: 'release',
    usage: [
      ['release NAME', 'freeze the rules as they stand and publish them; released files may not change afterwards'],
      ['release NAME --shadow', 'freeze them to judge beside the published release, unseen'],
    ],
    options: { shadow: { type: 'boolean' } },
    takes: [1, 1],
    run: ({ root, arguments: [name], options }) => release(root, name!, options.shadow === true),
  },
  {
    name: 'publish',
    usage: [['publish NAME', 'let a release in shadow judge']],
    takes: [1, 1],
    run: ({ root, arguments: [name] }) => become(root, name!, 'published'),
  },
  {
    name: 'withdraw',
    usage: [['withdraw NAME --reason TEXT', 'let a release judge no more; the one before it judges again']],
    options: { reason: text },
    takes: [1, 1],
    run: async ({ root, arguments: [name], options: { reason } }) =>
      typeof reason === 'string' && reason.trim() !== ''
        ? become(root, name!, 'withdrawn', reason)
        : refused('a withdrawal wants its --reason\n'),
  },
  {
    name: 'sign',
    usage: [['sign NAME --key FILE', 'sign a release with an Ed25519 private key (PEM)']],
    options: { key: text },
    takes: [1, 1],
    run: async ({ root, arguments: [name], options: { key } }) =>
      typeof key === 'string' ? signed(root, name!, key) : refused('a signature wants a --key\n'),
  },
  {
    name: 'verify',
    usage: [['verify NAME [--key FILE]', 'whether a release’s signature holds, by a public key (PEM)']],
    options: { key: text },
    takes: [1, 1],
    run: ({ root, arguments: [name], options: { key } }) =>
      verified(root, name!, typeof key === 'string' ? key : undefined),
  },
];
