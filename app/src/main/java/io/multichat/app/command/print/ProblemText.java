package io.multichat.app.command.print;

/** Error messages for people. */
final class ProblemText {
    private ProblemText() {}

    /** The message of an exception, with its type when a library threw it, since the message alone may say nothing. */
    static String of(Throwable problem) {
        String message = problem.getMessage();
        boolean ours = problem.getClass().getName().startsWith("io.multichat.");
        if (ours && message != null) {
            return Printable.lines(message);
        }
        String kind = problem.getClass().getSimpleName();
        return message == null
                ? kind + " (-v prints the stack trace)"
                : Printable.lines(message) + " (" + kind + ", -v prints the stack trace)";
    }

    /** A text on one line, without anything that a terminal would act on. */
    static String oneLine(String text) {
        return Printable.line(text == null ? "" : text);
    }
}
