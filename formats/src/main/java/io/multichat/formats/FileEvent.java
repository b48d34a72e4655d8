package io.multichat.formats;

import java.util.Optional;

/**
 * An event as found in a file, not validated.
 *
 * @param place its place in the file
 * @param value its JSON in UTF-8; empty when it is larger than the reader's limit
 */
public record FileEvent(EventPlace place, Optional<byte[]> value) {}
