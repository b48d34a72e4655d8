package io.multichat.benchmarks.command;

import io.multichat.benchmarks.scenario.Scenarios;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the names of groups and scenarios. */
final class SelectionConverter implements ITypeConverter<Selection>, Iterable<String> {
    @Override
    public Selection convert(String name) {
        Set<Scenarios> found = Arrays.stream(Scenarios.values())
                .filter(scenario ->
                        scenario.toString().equals(name) || scenario.group().equals(name))
                .collect(Collectors.toSet());
        if (found.isEmpty()) {
            throw new TypeConversionException("\"" + name + "\" is not one of " + names().toList());
        }
        return new Selection(found);
    }

    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }

    /** The names of all groups, then those of all scenarios. */
    private static Stream<String> names() {
        return Stream.concat(
                        Arrays.stream(Scenarios.values()).map(Scenarios::group),
                        Arrays.stream(Scenarios.values()).map(Scenarios::toString))
                .distinct();
    }
}
