package io.multichat.formats.zulip;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.formats.testing.MemoryFile;
import io.multichat.formats.testing.MemorySource;
import io.multichat.formats.testing.Reading;
import org.junit.jupiter.api.Test;

class ZulipFormatTest {
    private static final String MESSAGES = "{\"zerver_message\":["
            + "{\"id\":1,\"sender\":10,\"recipient\":100,\"subject\":\"cups\",\"content\":\"tea\",\"date_sent\":1700000000.25,"
            + "\"last_edit_time\":1700000060,\"has_link\":true},"
            + "{\"id\":2,\"sender\":11,\"recipient\":101,\"subject\":\"\",\"content\":\"psst\",\"pub_date\":1700000001},"
            + "{\"id\":3,\"date_sent\":1700000002},{\"id\":4,\"sender\":10}],\"zerver_usermessage\":[]}";

    private static final String NAMES = "{\"zerver_stream\":[{\"id\":5,\"name\":\"kitchen\"}],"
            + "\"zerver_recipient\":[{\"id\":100,\"type\":2,\"type_id\":5},{\"id\":101,\"type\":1,\"type_id\":10}],"
            + "\"zerver_userprofile\":[{\"id\":10,\"full_name\":\"Ada\"}],"
            + "\"zerver_userprofile_crossrealm\":[{\"id\":11,\"email\":\"bot@x\",\"is_bot\":true}]}";

    private final ZulipFormat format = new ZulipFormat();

    @Test
    void namesComeFromTheFileOfTheRealm() {
        Reading reading = Reading.of(
                format,
                MemorySource.folder(
                        MemoryFile.of("export/messages-000001.json", MESSAGES),
                        MemoryFile.of("export/realm.json", NAMES)));

        assertThat(reading.lines())
                .containsExactly(
                        "2023-11-14T22:13:20.250Z 10: tea",
                        "message.edited 2023-11-14T22:14:20.000Z 10: tea",
                        "2023-11-14T22:13:21.000Z 11 (bot): psst");
        assertThat(reading.events())
                .extracting(event -> event.conversation().key())
                .containsExactly("zulip/kitchen/cups", "zulip/kitchen/cups", "zulip/direct%2F10%2C11");
        assertThat(reading.events().get(0).sender().orElseThrow().name()).hasValue("Ada");
        assertThat(reading.events().get(0).content().attributes().orElseThrow())
                .hasToString("{\"zulip\":{\"has_link\":true}}");
        assertThat(reading.assumptions()).isEmpty();
        assertThat(reading.refusals())
                .containsExactly(
                        "message 3 of export/messages-000001.json: no sender",
                        "message 4 of export/messages-000001.json: no date_sent");
    }

    @Test
    void aDamagedFileOfTheRealmIsReportedAndTheMessagesAreRead() {
        Reading reading = Reading.of(
                format,
                MemorySource.folder(
                        MemoryFile.of("export/messages-000001.json", MESSAGES),
                        MemoryFile.of("export/realm.json", "{\"zerver_stream\":[{\"id\":5,")));

        assertThat(reading.events()).hasSize(3);
        assertThat(reading.refusals()).hasSize(3).anyMatch(refusal -> refusal.contains("the rest of the file"));
    }

    @Test
    void aFileOfMessagesAloneHasNumbers() {
        Reading reading = Reading.of(format, MemorySource.file("/messages-000001.json", MESSAGES));

        assertThat(reading.events()).hasSize(3);
        assertThat(reading.events().get(0).conversation().key()).isEqualTo("zulip/recipient%2F100/cups");
        assertThat(reading.assumptions())
                .containsExactly("People and channels that realm.json does not name are numbers.");
    }
}
