package io.multichat.app.command.print;

/** Turns what went wrong into what people read. */
final class ProblemText {
    private ProblemText() {}

    /** The message of a problem; says what kind it is when the message alone says nothing. */
    static String of(Throwable problem) {
        String message = problem.getMessage();
        boolean ours = problem.getClass().getName().startsWith("io.multichat.");
        if (ours && message != null) {
            return Printable.lines(message);
        }
        String kind = problem.getClass().getSimpleName();
        return message == null
                ? kind + " (-v shows where)"
                : Printable.lines(message) + " (" + kind + ", -v shows where)";
    }

    /** A text without line breaks and without anything that a terminal would act on. */
    static String oneLine(String text) {
        return Printable.line(text == null ? "" : text);
    }
}
