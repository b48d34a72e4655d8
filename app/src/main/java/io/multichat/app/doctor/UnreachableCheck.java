package io.multichat.app.doctor;

import io.multichat.reading.diagnosis.Check;
import io.multichat.reading.diagnosis.Finding;
import java.util.List;

/**
 * Stands for all checks of a part that does not answer, so that this is reported once.
 *
 * @param name the name of the part
 * @param problem says that it does not answer
 * @param fix what to do
 */
public record UnreachableCheck(String name, String problem, String fix) implements Check {
    @Override
    public List<Finding> findings() {
        return List.of(Finding.danger(problem, fix));
    }
}
