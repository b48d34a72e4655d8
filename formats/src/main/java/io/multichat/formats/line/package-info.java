/** Chat histories of LINE as text. */
package io.multichat.formats.line;
