package io.multichat.app.settings.kind;

/** {@code true} or {@code false}. */
public record SwitchKind() implements ValueKind<Boolean> {
    @Override
    public Boolean parse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }

    @Override
    public String rule() {
        return "true or false";
    }
}
