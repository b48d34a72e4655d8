/**
 * Chats exported by WhatsApp for Android and iPhone. {@link io.multichat.formats.whatsapp.Header} reads how a message begins,
 * {@link io.multichat.formats.whatsapp.DateScan} finds the order of day, month and year in a first pass,
 * {@link io.multichat.formats.whatsapp.Body} tells messages from what WhatsApp wrote.
 */
package io.multichat.formats.whatsapp;
