package io.multichat.app.command.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.testing.TestBroker;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long {@code verify} looks at what differs depends on the deployment that announces the sessions. */
class VerifyPatienceTest {
    @ParameterizedTest
    @CsvSource({"snapshot.interval=5m,302", "catch.up.interval=40s,42", "catch.up.interval=1s,3"})
    void isThatOfTheRunningDeployment(String running, long seconds) {
        Settings joined = DeploymentSettings.joining(
                TestBroker.settings(), DeploymentSettings.shared(TestBroker.settings(running)));

        assertThat(VerifyCommand.untilAnnounced(joined)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
