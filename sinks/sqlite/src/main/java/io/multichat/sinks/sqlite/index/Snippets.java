package io.multichat.sinks.sqlite.index;

import io.multichat.reading.search.SearchPage.Mark;
import io.multichat.reading.search.SearchPage.Snippet;
import io.multichat.reading.search.SearchTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts the parts that match from texts, with the segmentation of the index, because the index holds no texts. Immutable.
 *
 * <p>Looks at the beginning of a very long text only; a text whose match is further on is cut at its beginning, without marks.
 */
public final class Snippets {
    private static final int LENGTH = 160;
    private static final int BEFORE_MATCH = 40;
    private static final int SEARCHED = 64 * 1024;
    private static final String CUT = "…";

    private final List<Pattern> patterns;

    /**
     * Units that follow each other.
     *
     * @param isPrefix true if the last one may be the beginning of a longer word
     */
    private record Pattern(List<String> units, boolean isPrefix) {}

    /** Snippets for the hits of these terms. */
    public Snippets(List<SearchTerm> terms) {
        patterns = new ArrayList<>();
        for (SearchTerm term : terms) {
            List<String> units = FoldedText.units(term.text()).stream()
                    .map(FoldedText.Unit::folded)
                    .toList();
            if (!term.isExcluded() && !units.isEmpty()) {
                addPatterns(term, units);
            }
        }
    }

    /** The part of a text around its first match, or its beginning if nothing matches. */
    public Snippet of(String text) {
        List<Mark> marks = marks(text.length() > SEARCHED ? text.substring(0, SEARCHED) : text);
        int first = marks.isEmpty() ? 0 : marks.get(0).start();
        int start = first <= BEFORE_MATCH ? 0 : boundary(text, first - BEFORE_MATCH);
        int end = boundary(text, Math.min(text.length(), start + LENGTH));
        String before = start > 0 ? CUT : "";
        int shift = before.length() - start;
        List<Mark> shown = marks.stream()
                .filter(mark -> mark.start() >= start && mark.end() <= end)
                .map(mark -> new Mark(mark.start() + shift, mark.end() + shift))
                .toList();
        return new Snippet(before + text.substring(start, end) + (end < text.length() ? CUT : ""), shown);
    }

    /** A phrase is one pattern; words that only punctuation joins are found apart, like those of unspaced scripts together. */
    private void addPatterns(SearchTerm term, List<String> units) {
        if (term.isPhrase()) {
            patterns.add(new Pattern(units, false));
            return;
        }
        List<String> run = new ArrayList<>();
        for (String unit : units) {
            boolean isUnspaced = WordCharacters.isUnspaced(unit.codePointAt(0));
            boolean wasUnspaced = !run.isEmpty()
                    && WordCharacters.isUnspaced(run.get(run.size() - 1).codePointAt(0));
            if (!run.isEmpty() && !isUnspaced && !wasUnspaced) {
                patterns.add(new Pattern(List.copyOf(run), false));
                run.clear();
            }
            run.add(unit);
        }
        patterns.add(new Pattern(List.copyOf(run), term.isPrefix()));
    }

    /** All matches, in order, without overlaps. */
    private List<Mark> marks(String text) {
        List<FoldedText.Unit> units = FoldedText.units(text);
        List<Mark> found = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            for (Pattern pattern : patterns) {
                if (matches(pattern, units, i)) {
                    FoldedText.Unit last = units.get(i + pattern.units().size() - 1);
                    found.add(new Mark(units.get(i).start(), last.end()));
                }
            }
        }
        found.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : found) {
            Mark previous = marks.isEmpty() ? null : marks.get(marks.size() - 1);
            if (previous == null || mark.start() >= previous.end()) {
                marks.add(mark);
            } else if (mark.end() > previous.end()) {
                marks.set(marks.size() - 1, new Mark(previous.start(), mark.end()));
            }
        }
        return marks;
    }

    private static boolean matches(Pattern pattern, List<FoldedText.Unit> units, int from) {
        int length = pattern.units().size();
        if (from + length > units.size()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            String unit = units.get(from + i).folded();
            String wanted = pattern.units().get(i);
            boolean same = (i == length - 1 && pattern.isPrefix()) ? unit.startsWith(wanted) : unit.equals(wanted);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** The index, or the one before it if it is inside a surrogate pair. */
    private static int boundary(String text, int index) {
        boolean isInside = index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return isInside ? index - 1 : index;
    }
}
