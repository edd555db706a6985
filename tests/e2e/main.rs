//! Journeys through the real window, each on a screen of its own, by WebDriver.
