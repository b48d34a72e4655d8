/** JSON files of any size, element by element. Knows nothing about chat. */
package io.multichat.formats.json;
