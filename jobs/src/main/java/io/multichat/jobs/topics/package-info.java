/** Creates Multichat's topics with settings under which no chat vanishes, and checks those that exist. */
package io.multichat.jobs.topics;
