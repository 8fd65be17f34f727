package eventflux.core.analyze.endpoint;

import eventflux.core.analyze.expression.StreamColumns;

/**
 * A stream whose settings are being read.
 *
 * @param columns its columns
 * @param async how it is decoupled from its senders
 * @param care what becomes of its rows that fail, and how its source or sink is connected
 * @param watermark how its rows carry the time
 */
public record StreamDraft(StreamColumns columns, AsyncSettings async, CareSettings care, WatermarkSettings watermark) {}
