package io.multichat.benchmarks.command;

import io.multichat.benchmarks.scenario.Scenarios;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Knows scenarios by the names that people read. */
final class ScenarioConverter implements ITypeConverter<Scenarios>, Iterable<String> {
    @Override
    public Scenarios convert(String name) {
        return Arrays.stream(Scenarios.values())
                .filter(scenario -> scenario.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + name + "\" is none of " + names()));
    }

    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }

    private static List<String> names() {
        return Arrays.stream(Scenarios.values()).map(Scenarios::toString).toList();
    }
}
