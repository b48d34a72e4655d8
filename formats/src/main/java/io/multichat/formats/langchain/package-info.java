/** Chat histories of LangChain. */
package io.multichat.formats.langchain;
