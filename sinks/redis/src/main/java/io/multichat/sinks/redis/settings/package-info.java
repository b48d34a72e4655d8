/**
 * The settings of the sink, which become the validated record {@link io.multichat.sinks.redis.settings.RedisSettings}.
 *
 * <p>{@link io.multichat.sinks.redis.settings.EndpointConfig} defines the settings of the connection;
 * {@link io.multichat.sinks.redis.settings.EndpointRules} parses them and finds conflicts between them, for the sink and the
 * reader alike. {@link io.multichat.sinks.redis.settings.RedisCheck} tries the connection when a connector is validated.
 */
package io.multichat.sinks.redis.settings;
