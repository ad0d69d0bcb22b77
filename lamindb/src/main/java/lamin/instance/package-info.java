/**
 * The parts of an instance: its {@link lamin.instance.Slug name} and {@link lamin.instance.InstanceId ids}, its
 * {@link lamin.instance.Database database} and its {@link lamin.instance.StorageRoot storage root}, in the layout of
 * LaminDB. Start at {@link lamin.instance.Database}.
 */
@NullMarked
package lamin.instance;

import org.jspecify.annotations.NullMarked;
