package io.multichat.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A section of the report: method, tables, and figures compared with their targets. */
public final class Section {
    private final List<String> lines = new ArrayList<>();

    public Section(String title) {
        lines.add("## " + title);
    }

    public Section paragraph(String text) {
        lines.add("");
        lines.add(text);
        return this;
    }

    public Section table(Table table) {
        lines.add("");
        lines.addAll(table.lines());
        return this;
    }

    /** A list of one item. */
    public Section targets(List<Target> targets) {
        lines.add("");
        targets.forEach(target -> lines.add("- " + target.line()));
        return this;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines of the section in the report. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
