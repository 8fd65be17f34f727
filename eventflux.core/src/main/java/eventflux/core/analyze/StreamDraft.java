package eventflux.core.analyze;

import eventflux.core.analyze.expression.StreamColumns;

/**
 * A stream whose settings are being read.
 *
 * @param columns its columns
 * @param async how it is decoupled from its senders
 * @param failures what becomes of its rows that fail
 * @param watermark how its rows carry the time
 */
record StreamDraft(StreamColumns columns, AsyncSettings async, FailureSettings failures, WatermarkSettings watermark) {}
