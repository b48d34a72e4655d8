package io.multichat.server.page;

/**
 * A file of the page.
 *
 * @param type its media type
 * @param tag its entity tag, made from its content
 * @param content its bytes
 */
record PageFile(String type, String tag, byte[] content) {}
