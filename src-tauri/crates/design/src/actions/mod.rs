//! What an action does: one file per action, and one line in the list below.

mod account_interesting_moment;
mod activate_to_destination;
mod add_to_account_list;
mod add_to_external_audience;
mod add_to_journey;
mod add_to_marketo_campaign;
mod add_to_marketo_list;
mod add_to_person_journey;
mod assign_to_buying_group;
mod deactivate_from_destination;
mod person_interesting_moment;
mod personalize_web_experience;
mod remove_from_account_list;
mod remove_from_buying_group;
mod remove_from_journey;
mod remove_from_marketo_list;
mod remove_from_person_journey;
mod send_email;
mod send_sales_alert;
mod send_sms;
mod send_whats_app;
mod update_account_profile;
mod update_buying_group_stage;
mod update_buying_group_status;
mod update_person_profile;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use simulator::program::Effect;
use ts_rs::TS;

use crate::compile::{CompileError, Lowering};
use crate::names::{Names, On};

/// What every action says of itself; forms, palette, schema and help derive from it and from the struct.
pub trait ActionKind: Serialize + DeserializeOwned + JsonSchema + Default {
    /// The value of `type` in the document.
    const TYPE: &str;
    const ON: On;
    const NAMES: Names;

    /// The action as an effect of a program.
    fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError>;
}

/// The type of an interesting moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "lowercase")]
pub enum Moment {
    #[schemars(title = "Email", extend("x-es" = "Correo"))]
    Email,
    #[schemars(title = "Milestone", extend("x-es" = "Hito"))]
    Milestone,
    #[schemars(title = "Web", extend("x-es" = "Web"))]
    Web,
}

impl Moment {
    pub fn name(self) -> &'static str {
        match self {
            Moment::Email => "email",
            Moment::Milestone => "milestone",
            Moment::Web => "web",
        }
    }
}

crate::tagged::tagged! {
    /// One action with its settings, as in `{"type": "sendEmail", "email": "em-intro"}`.
    pub enum Action, tag "type", trait ActionKind, const TYPE {
        account_interesting_moment::AccountInterestingMoment,
        activate_to_destination::ActivateToDestination,
        deactivate_from_destination::DeactivateFromDestination,
        add_to_account_list::AddToAccountList,
        remove_from_account_list::RemoveFromAccountList,
        add_to_journey::AddToJourney,
        remove_from_journey::RemoveFromJourney,
        send_sales_alert::SendSalesAlert,
        update_account_profile::UpdateAccountProfile,
        update_buying_group_stage::UpdateBuyingGroupStage,
        update_buying_group_status::UpdateBuyingGroupStatus,
        send_email::SendEmail,
        send_sms::SendSms,
        send_whats_app::SendWhatsApp,
        assign_to_buying_group::AssignToBuyingGroup,
        remove_from_buying_group::RemoveFromBuyingGroup,
        person_interesting_moment::PersonInterestingMoment,
        update_person_profile::UpdatePersonProfile,
        add_to_person_journey::AddToPersonJourney,
        remove_from_person_journey::RemoveFromPersonJourney,
        add_to_external_audience::AddToExternalAudience,
        personalize_web_experience::PersonalizeWebExperience,
        add_to_marketo_list::AddToMarketoList,
        remove_from_marketo_list::RemoveFromMarketoList,
        add_to_marketo_campaign::AddToMarketoCampaign,
    }
}

impl Default for Action {
    fn default() -> Self {
        Action::SendEmail(Default::default())
    }
}

impl Action {
    pub fn on(&self) -> On {
        struct Ask;
        impl Visit for Ask {
            type Out = On;
            fn visit<T: ActionKind>(self, _: &T) -> On {
                T::ON
            }
        }
        self.visit(Ask)
    }

    pub fn names(&self) -> Names {
        struct Ask;
        impl Visit for Ask {
            type Out = Names;
            fn visit<T: ActionKind>(self, _: &T) -> Names {
                T::NAMES
            }
        }
        self.visit(Ask)
    }

    pub(crate) fn lower(&self, at: &mut Lowering<'_>) -> Result<Effect, CompileError> {
        struct Lower<'x, 'a>(&'x mut Lowering<'a>);
        impl Visit for Lower<'_, '_> {
            type Out = Result<Effect, CompileError>;
            fn visit<T: ActionKind>(self, settings: &T) -> Self::Out {
                settings.lower(self.0)
            }
        }
        self.visit(Lower(at))
    }
}
