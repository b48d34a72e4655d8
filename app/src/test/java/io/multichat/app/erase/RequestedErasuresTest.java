package io.multichat.app.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.multichat.app.audit.AuditedStores;
import io.multichat.app.data.DataLayout;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.app.testing.TestBroker;
import io.multichat.jobs.erase.receipt.ReceiptFolder;
import io.multichat.reading.erase.Person;
import io.multichat.server.erase.ErasureRefusedException;
import io.multichat.server.erase.ErasureState.State;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedErasuresTest {
    private static final Person ADA = new Person(Optional.empty(), "ada");

    @TempDir
    private Path data;

    @Test
    void nothingIsErasedBeforeKafkaAndSqliteAreThere() {
        try (RequestedErasures erasures = new RequestedErasures(TestBroker.settings())) {
            assertThatThrownBy(() -> erasures.erase(ADA))
                    .isInstanceOfSatisfying(ErasureRefusedException.class, this::isUnavailable);

            erasures.connect(place());

            assertThatThrownBy(() -> erasures.erase(ADA))
                    .hasMessageContaining("there is no SQLite file")
                    .isInstanceOfSatisfying(ErasureRefusedException.class, this::isUnavailable);
        }
    }

    @Test
    void aServerWithKeysNeedsOneOfItsOwn() {
        Settings keys = TestBroker.settings("http.api.keys=admin:admin:" + "0".repeat(64));
        try (RequestedErasures erasures = new RequestedErasures(keys)) {
            erasures.connect(place());

            assertThatThrownBy(() -> erasures.erase(ADA)).hasMessageContaining("http.api.key");
        }
    }

    @Test
    void anErasureOfAnotherProcessIsFinishedOrInterrupted() {
        ReceiptFolder folder = new ReceiptFolder(data);
        folder.beginJournal("e1", "{}");
        folder.beginJournal("e2", "{}");
        folder.store("e2", JsonNodeFactory.instance.objectNode().put("erasure", "e2"));
        try (RequestedErasures erasures = new RequestedErasures(TestBroker.settings())) {
            erasures.connect(place());

            assertThat(erasures.state("e1").orElseThrow().state()).isEqualTo(State.INTERRUPTED);
            assertThat(erasures.state("e2").orElseThrow().state()).isEqualTo(State.FINISHED);
            assertThat(erasures.state("e2").orElseThrow().receipt()).isPresent();
            assertThat(erasures.state("e3")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.json", "secret.json", "", "e1.json"})
    void onlyReceiptsOfTheFolderAreShown(String id) throws Exception {
        Files.writeString(data.resolve("secret.json"), "{\"erasure\":\"secret\"}");
        try (RequestedErasures erasures = new RequestedErasures(TestBroker.settings())) {
            erasures.connect(place());

            assertThat(erasures.state(id)).isEmpty();
            assertThat(erasures.state(data.resolve("secret.json").toString())).isEmpty();
        }
    }

    private void isUnavailable(ErasureRefusedException refused) {
        assertThat(refused.reason()).isEqualTo(ErasureRefusedException.Reason.UNAVAILABLE);
    }

    private RequestedErasures.Place place() {
        AuditedStores stores =
                new AuditedStores(Optional.empty(), data.resolve("archive"), data.resolve("sessions.db"), Map.of());
        return new RequestedErasures.Place(
                DeploymentSettings.kafka("127.0.0.1:1", TestBroker.settings()),
                stores,
                new DataLayout(data),
                URI.create("http://127.0.0.1:1"));
    }
}
