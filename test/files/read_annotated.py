"""Makes a workbook as openpyxl does, and holds the copies that came back of it against it.

`make DIR` writes before.xlsx; `check DIR` reads after.xlsx and tofix.xlsx beside it, and marks.json: the rows and the
cells that were marked. It ends with 1 where anything else of the workbook changed, or a mark is missing.
"""

import json
import sys
import warnings
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

# What openpyxl would leave out of a workbook it says in a warning: here it is a fault.
warnings.simplefilter('error')

DATA = '数据'
LOOKS = ('number_format', 'font', 'alignment', 'border', 'protection')


def make(folder):
    workbook = Workbook()
    cover = workbook.active
    cover.title = '封面'
    cover['B2'] = '=SUM(数据!C2:C41)'
    chart = BarChart()
    workbook.create_sheet(DATA)
    sheet = workbook[DATA]
    chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=41), titles_from_data=True)
    cover.add_chart(chart, 'D4')
    sheet.append(['记录编号', '证件号码', '数量', '日期', '备注'])
    for number in range(1, 41):
        sheet.append([f'R-{number}', f'{number:018}', number, date(2024, 3, number % 28 + 1), f'=C{number + 1}*2'])
        sheet.cell(number + 1, 2).number_format = '@'
        sheet.cell(number + 1, 4).number_format = 'yyyy-mm-dd'
    edge = Side(style='thin', color='FF808080')
    for cell in sheet['C']:
        cell.border = Border(left=edge, bottom=edge)
    for cell in sheet['B']:
        cell.fill = PatternFill('solid', fgColor='FFDDEBF7')
        cell.alignment = Alignment(horizontal='left')
        cell.protection = Protection(locked=False)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet['C5'].comment = Comment('台账备注', '经办人')
    sheet.freeze_panes = 'B2'
    sheet.row_dimensions[7].hidden = True
    sheet.row_dimensions[8].height = 33
    sheet.column_dimensions['B'].width = 24
    sheet.conditional_formatting.add('C2:C41', CellIsRule(operator='greaterThan', formula=['9'], font=Font(bold=True)))
    choices = DataValidation(type='list', formula1='"甲,乙"')
    choices.add('A2:A41')
    sheet.add_data_validation(choices)
    sheet.add_table(Table(displayName='Records', ref='A1:E41'))
    workbook.defined_names['all'] = DefinedName('all', attr_text=f'{DATA}!$A$2:$E$41')
    workbook.save(folder / 'before.xlsx')


def looks(cell):
    return [repr(getattr(cell, name)) for name in LOOKS]


def around(sheet):
    return {
        'merged': sorted(map(str, sheet.merged_cells.ranges)),
        'frozen': sheet.freeze_panes,
        'rules': [(str(one.sqref), [rule.formula for rule in one.rules]) for one in sheet.conditional_formatting],
        'lists': [(str(one.sqref), one.formula1) for one in sheet.data_validations.dataValidation],
        'tables': [(table.displayName, table.ref) for table in sheet.tables.values()],
        'hidden': sorted(line for line, row in sheet.row_dimensions.items() if row.hidden),
        'width': sheet.column_dimensions['B'].width,
        'charts': len(sheet._charts),
    }


def check_copy(before, after, marks):
    wrong = []
    if before.sheetnames != after.sheetnames or list(before.defined_names) != list(after.defined_names):
        wrong.append('sheets or names')
    marked = {(row['line'], at) for row in marks['rows'] for at in row['cells']}
    reasons = {row['line']: row['reason'] for row in marks['rows']}
    for sheet in before.worksheets:
        other = after[sheet.title]
        if around(sheet) != around(other):
            wrong.append(f'{sheet.title}: {around(other)} is not {around(sheet)}')
        for row in sheet.iter_rows():
            for cell in row:
                now = other.cell(cell.row, cell.column)
                is_marked = sheet.title == DATA and (cell.row, cell.column - 1) in marked
                if now.value != cell.value or looks(now) != looks(cell):
                    wrong.append(f'{sheet.title}!{cell.coordinate} is {now.value!r}')
                if (repr(now.fill) == repr(cell.fill)) == is_marked:
                    wrong.append(f'{sheet.title}!{cell.coordinate}: its fill')
                own = cell.comment.text if cell.comment else None
                said = now.comment.text if now.comment else None
                if (own is not None and said != own) or (own is None and (said is not None) != is_marked):
                    wrong.append(f'{sheet.title}!{cell.coordinate}: its comment is {said!r}')
    data = after[DATA]
    for line in range(2, before[DATA].max_row + 1):
        if data.cell(line, marks['reasonsAt'] + 1).value != reasons.get(line):
            wrong.append(f'the reason of row {line} is {data.cell(line, marks["reasonsAt"] + 1).value!r}')
    return wrong


def check_parts(file):
    """openpyxl passes over drawings of comments; Excel does not, and calls one that is no XML damage."""
    wrong = []
    with ZipFile(file) as parts:
        for name in parts.namelist():
            try:
                if name.endswith(('.xml', '.rels', '.vml')):
                    ElementTree.fromstring(parts.read(name))
            except ElementTree.ParseError as error:
                wrong.append(f'{file.name}, {name}: {error}')
    return wrong


def check_rows(before, after, marks):
    """Rows to fix, read with their values: a formula has none here, since openpyxl computes nothing."""
    wrong = []
    sheet, data = before[DATA], after[DATA]
    lines = [row['line'] for row in marks['rows']]
    if data.max_row != len(lines) + 1:
        wrong.append(f'{data.max_row - 1} rows to fix')
    for at, line in enumerate(lines):
        for column in range(1, 5):
            if data.cell(at + 2, column).value != sheet.cell(line, column).value:
                wrong.append(f'row {line}, column {column} to fix is {data.cell(at + 2, column).value!r}')
        if data.cell(at + 2, marks['reasonsAt'] + 1).value != marks['rows'][at]['reason']:
            wrong.append(f'the reason of row {line} to fix')
    if [table.ref for table in data.tables.values()] != [f'A1:E{len(lines) + 1}']:
        wrong.append('the table of the rows to fix')
    return wrong


def main():
    action, folder = sys.argv[1], Path(sys.argv[2])
    if action == 'make':
        make(folder)
        return
    marks = json.loads((folder / 'marks.json').read_text('utf-8'))
    before = load_workbook(folder / 'before.xlsx')
    wrong = check_copy(before, load_workbook(folder / 'after.xlsx'), marks)
    wrong += check_rows(before, load_workbook(folder / 'tofix.xlsx'), marks)
    wrong += check_parts(folder / 'after.xlsx') + check_parts(folder / 'tofix.xlsx')
    if wrong:
        sys.exit('\n'.join(f'annotated: {one}' for one in wrong[:20]))
    print(f'openpyxl: annotated copy of {len(before.sheetnames)} sheets as it was but for its marks, rows to fix too')


main()
