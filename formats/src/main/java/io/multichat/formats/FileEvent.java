package io.multichat.formats;

import java.util.Optional;

/**
 * An event as it was found in a file. It is not validated.
 *
 * @param place where the file holds it
 * @param value its JSON, UTF-8; empty when it is larger than the reader's limit
 */
public record FileEvent(EventPlace place, Optional<byte[]> value) {}
