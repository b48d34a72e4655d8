package io.multichat.jobs.doctor;

import io.multichat.reading.diagnosis.Finding.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the checks found.
 *
 * @param examined the number of findings of each check, in the order of the checks
 * @param findings all findings, in the same order
 */
public record DoctorReport(Map<String, Integer> examined, List<Found> findings) {
    /**
     * A finding and the check that made it.
     *
     * @param check the name of the check
     * @param severity how urgent it is
     * @param problem what was found
     * @param fix what to do
     */
    public record Found(String check, Severity severity, String problem, String fix) {}

    public DoctorReport {
        examined = new LinkedHashMap<>(examined);
        findings = List.copyOf(findings);
    }
}
