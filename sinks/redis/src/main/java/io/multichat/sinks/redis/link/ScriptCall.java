package io.multichat.sinks.redis.link;

import java.util.List;

/**
 * The input of one script call.
 *
 * @param keys {@code KEYS}, all of one slot
 * @param arguments {@code ARGV}
 */
public record ScriptCall(List<byte[]> keys, List<byte[]> arguments) {}
