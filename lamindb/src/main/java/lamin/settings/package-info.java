/**
 * What is kept about instances and the user outside of any instance: the {@link lamin.settings.Environment} and the
 * {@link lamin.settings.SettingsFolder} {@code ~/.lamin}, whose files Python reads and writes as well. Start reading at
 * {@link lamin.settings.SettingsFolder}.
 */
@NullMarked
package lamin.settings;

import org.jspecify.annotations.NullMarked;
