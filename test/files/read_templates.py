"""Reads templates as openpyxl does, and holds what it sees against what they were made from.

Takes a folder of workbooks and, beside each, a JSON file of what it must have: headings, example, choices and text
columns. It ends with 1 where any workbook cannot be read or has something else, and names it.
"""

import json
import sys
import warnings
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

# What openpyxl would leave out of a workbook it says in a warning: here it is a fault.
warnings.simplefilter('error')

LAST_ROW = 10_002


def states(workbook):
    return {sheet.title: sheet.sheet_state for sheet in workbook.worksheets}


def choices_by_column(workbook, sheet):
    """The words that each column offers, where it offers any down to the last row."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type != 'list' or not rule.showErrorMessage:
            sys.exit(f'a rule of {rule.sqref} lets anything through')
        [cells] = rule.sqref.ranges
        first, top, last, bottom = range_boundaries(cells.coord)
        if (first, top, bottom) != (last, 3, LAST_ROW):
            sys.exit(f'a list is offered in {rule.sqref}')
        name, area = rule.formula1.split('!')
        words = workbook[name][area.replace('$', '')]
        found[first] = [cell.value for [cell] in words] if isinstance(words, tuple) else [words.value]
    return found


def differing(workbook, wanted):
    """What a workbook has, and what it should have, by what it is; only where they differ."""
    data = workbook['数据']
    rows = list(data.iter_rows(min_row=1, max_row=3, values_only=True))
    columns = range(1, len(wanted['headings'][0]) + 1)
    choices = choices_by_column(workbook, data)
    found = {
        'sheets': states(workbook),
        'headings': [list(row) for row in rows[:2]],
        'example': list(rows[2]),
        'choices': [choices.get(column, []) for column in columns],
        'text': [data.column_dimensions[get_column_letter(column)].number_format == '@' for column in columns],
        'blank': [data.cell(4, column).number_format == '@' for column in columns],
        'frozen': data.freeze_panes,
        'version': workbook['_template']['C1'].value,
        'told': workbook['填报说明']['A2'].value.split('。')[0].split(' ')[-1],
        'formulas': sum(cell.data_type == 'f' for sheet in workbook for row in sheet.iter_rows() for cell in row),
    }
    return {what: (found[what], wanted[what]) for what in found if found[what] != wanted[what]}


def main(folder):
    files = sorted(Path(folder).glob('*.xlsx'))
    wrong = 0
    for file in files:
        wanted = json.loads(file.with_suffix('.json').read_text(encoding='utf-8'))
        for what, (was, should) in differing(load_workbook(file), wanted).items():
            print(f'{file.name}: {what} is {was}, not {should}')
            wrong += 1
    print(f'openpyxl: {len(files)} templates read, {wrong} faults')
    sys.exit(1 if wrong or not files else 0)


main(*sys.argv[1:])
