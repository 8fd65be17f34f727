package eventflux.core.operator.partition;

import eventflux.core.operator.RunReceiver;

/** Where rows of a stream enter a partition. */
public sealed interface PartitionEntry extends RunReceiver permits ValueEntry, RangeEntry, BroadcastEntry {}
