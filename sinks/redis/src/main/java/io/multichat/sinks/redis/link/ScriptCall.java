package io.multichat.sinks.redis.link;

import java.util.List;

/**
 * What a script is given.
 *
 * @param keys {@code KEYS}, all of one slot
 * @param arguments {@code ARGV}
 */
public record ScriptCall(List<byte[]> keys, List<byte[]> arguments) {}
