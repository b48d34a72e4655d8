/** Messages of Rocket.Chat: histories of its REST interface and exports of its database. */
package io.multichat.formats.rocketchat;
