/** What a deployment decides, and the names that it must never change. */
package io.multichat.topology.settings;
