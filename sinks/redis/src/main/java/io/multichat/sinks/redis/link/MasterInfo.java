package io.multichat.sinks.redis.link;

import io.multichat.events.text.WholeNumbers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;

/**
 * What a master says about itself in its answer to INFO.
 *
 * @param server its address
 * @param fields values by name, such as {@code redis_version}
 */
public record MasterInfo(HostAndPort server, Map<String, String> fields) {
    /**
     * Asks a master.
     *
     * @throws redis.clients.jedis.exceptions.JedisException if it does not answer, or the user may not call INFO
     */
    public static MasterInfo of(Connection connection) {
        byte[] answer = (byte[]) connection.executeCommand(new CommandArguments(Protocol.Command.INFO));
        Map<String, String> fields = new HashMap<>();
        for (String line : new String(answer, StandardCharsets.UTF_8).split("\r\n")) {
            String[] parts = line.split(":", 2);
            if (parts.length == 2) {
                fields.put(parts[0], parts[1]);
            }
        }
        return new MasterInfo(connection.getHostAndPort(), fields);
    }

    /** A field, or the default if the server does not have it. */
    public String text(String field, String absent) {
        return fields.getOrDefault(field, absent);
    }

    /** A field that is a whole number; 0 if the server does not have it. */
    public long number(String field) {
        String value = fields.getOrDefault(field, "0");
        return value.matches("[0-9]{1,18}") ? WholeNumbers.parseLong(value) : 0;
    }
}
