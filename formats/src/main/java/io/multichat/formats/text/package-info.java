/** Text files of any size, line by line and row by row. Knows nothing about chat. */
package io.multichat.formats.text;
