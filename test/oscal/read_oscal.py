"""Reads a catalog and assessment results as compliance-trestle does, and holds the one against the other.

It ends with 1 where either cannot be read, or where results speak of a control or a statement that the catalog has not.
"""

import sys
from pathlib import Path

from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.catalog import Catalog


def parts_of(control):
    waiting = list(control.parts or [])
    while waiting:
        part = waiting.pop()
        waiting.extend(part.parts or [])
        yield part


def main(catalog_file, results_file):
    catalog = Catalog.oscal_read(Path(catalog_file))
    results = AssessmentResults.oscal_read(Path(results_file))
    if catalog is None or results is None:
        sys.exit('nothing was read')

    controls = {control.id: control for group in catalog.groups for control in group.controls}
    statements = {part.id for control in controls.values() for part in parts_of(control)}
    [result] = results.results
    reviewed = {
        control.control_id
        for selection in result.reviewed_controls.control_selections
        for control in selection.include_controls
    }
    targets = {finding.target.target_id for finding in result.findings}
    observations = {observation.uuid for observation in result.observations}
    related = {one.observation_uuid for finding in result.findings for one in finding.related_observations or []}
    unknown = (reviewed - set(controls)) | (targets - statements) | (related - observations)
    if unknown:
        sys.exit(f'not to be found: {sorted(unknown)}')
    print(f'{len(controls)} controls; {len(reviewed)} reviewed, {len(targets)} findings, {len(observations)} observations')


main(*sys.argv[1:])
