/**
 * Strict JSON: UTF-8 without repair, one object, no unpaired surrogates, limited nesting.
 * {@link io.multichat.events.json.JsonScanner} validates bytes without building anything, which is fast enough for every event;
 * {@link io.multichat.events.json.StrictJson} builds trees of validated bytes.
 */
package io.multichat.events.json;
