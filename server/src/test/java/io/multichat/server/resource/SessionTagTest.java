package io.multichat.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.server.testing.HelloServer;
import io.multichat.server.testing.StoredChat;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTagTest {
    private static final String SESSION = "/v1/sessions/" + StoredChat.ID;
    private static final String TAG = "\"" + StoredChat.ID + ".0.1\"";

    @RegisterExtension
    final HelloServer hello = new HelloServer();

    @Test
    void aSnapshotHasATagOfItsVersion() throws Exception {
        assertThat(hello.get().get(SESSION).headers().firstValue("ETag")).contains("W/" + TAG);
    }

    @ParameterizedTest
    @CsvSource({"304, TAG", "304, W/TAG", "304, '\"x\", W/TAG'", "304, *", "200, \"x\"", "200, ''"})
    void aClientThatHasTheSnapshotIsToldSo(int status, String tags) throws Exception {
        HttpResponse<byte[]> response = hello.get().get(SESSION, "If-None-Match", tags.replace("TAG", TAG));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body().length > 0).isEqualTo(status == 200);
    }
}
