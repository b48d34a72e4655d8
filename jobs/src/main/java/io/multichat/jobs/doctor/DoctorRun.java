package io.multichat.jobs.doctor;

import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs checks one after another. A check that fails is itself a finding, and the others still run.
 *
 * @param checks in the order in which they run and are reported
 */
public record DoctorRun(List<Check> checks) {
    public DoctorRun {
        checks = List.copyOf(checks);
    }

    public DoctorReport run() {
        Map<String, Integer> examined = new LinkedHashMap<>();
        List<DoctorReport.Found> found = new ArrayList<>();
        for (Check check : checks) {
            List<Finding> findings = findings(check);
            examined.merge(check.name(), findings.size(), Integer::sum);
            findings.forEach(finding -> found.add(
                    new DoctorReport.Found(check.name(), finding.severity(), finding.problem(), finding.fix())));
        }
        return new DoctorReport(examined, found);
    }

    private static List<Finding> findings(Check check) {
        try {
            return check.findings();
        } catch (RuntimeException e) {
            return List.of(Finding.danger(
                    "not examined: " + e.getMessage(), "Do what the message says, then run the doctor again."));
        }
    }
}
