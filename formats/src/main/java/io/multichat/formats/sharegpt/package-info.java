/** Chats in the shape of ShareGPT, which is common for training data. */
package io.multichat.formats.sharegpt;
