/** Creates Multichat's topics with settings that keep old chat, and checks existing topics. */
package io.multichat.jobs.topics;
