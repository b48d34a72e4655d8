package io.multichat.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletionTest {
    @Test
    void theScriptKnowsAllCommandsAndTheirOptions() {
        CommandOutput output = CommandOutput.of("completion");

        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(output.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("dead-letters", "tail", "verify", "--revisions", "complete -F _complete_multichat");
    }
}
