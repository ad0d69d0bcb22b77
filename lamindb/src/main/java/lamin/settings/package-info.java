/**
 * Data about instances and the user that is stored outside of any instance: the {@link lamin.settings.Environment} and
 * the {@link lamin.settings.SettingsFolder} {@code ~/.lamin}, whose files are shared with Python. Start at
 * {@link lamin.settings.SettingsFolder}.
 */
@NullMarked
package lamin.settings;

import org.jspecify.annotations.NullMarked;
