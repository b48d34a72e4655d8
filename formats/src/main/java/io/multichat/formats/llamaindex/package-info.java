/** Chat stores of LlamaIndex. */
package io.multichat.formats.llamaindex;
