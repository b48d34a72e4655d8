/**
 * Rooms of Matrix: the JSON of Element, and events as servers and clients write them. {@link io.multichat.formats.matrix.MatrixEvents}
 * reads an event, {@link io.multichat.formats.matrix.MatrixContent} what a message says.
 */
package io.multichat.formats.matrix;
