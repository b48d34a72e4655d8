/**
 * Erasure: the parameters of the commands, and the rule which events an erasure covers. The topology and every store follow this rule.
 */
package io.multichat.events.erasure;
