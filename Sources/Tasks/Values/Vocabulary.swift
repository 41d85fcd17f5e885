/// Ordinary words for names, files and messages.
enum Vocabulary {
  static let firstNames = [
    "Ada", "Amir", "Bea", "Boris", "Carla", "Chen", "Dana", "Diego", "Elif", "Emil", "Farah", "Felix", "Grace", "Hana",
    "Hugo", "Ines", "Ivan", "Jonas", "Julia", "Karim", "Kofi", "Lena", "Luca", "Maya", "Mateo", "Nadia", "Noah", "Olga",
    "Omar", "Priya", "Quentin", "Rosa", "Samir", "Sofia", "Tara", "Tomas", "Uma", "Victor", "Wanda", "Yuki", "Zoe",
  ]
  static let lastNames = [
    "Adler", "Almeida", "Bauer", "Becker", "Costa", "Dubois", "Evans", "Ferrari", "Fischer", "Garcia", "Hansen",
    "Haddad",
    "Ito", "Jensen", "Kaya", "Keller", "Larsen", "Lopez", "Martin", "Mensah", "Moreau", "Nakamura", "Novak", "Okafor",
    "Olsen", "Patel", "Petrov", "Rossi", "Santos", "Schmidt", "Silva", "Singh", "Tanaka", "Torres", "Weber", "Young",
  ]
  static let adjectives = [
    "amber", "brave", "bright", "calm", "clever", "cosy", "early", "fresh", "gentle", "golden", "happy", "hidden",
    "kind",
    "late", "little", "lucky", "mellow", "misty", "neat", "old", "plain", "quick", "quiet", "rapid", "red", "round",
    "silver", "small", "soft", "sunny", "tall", "tidy", "warm", "wild", "young",
  ]
  static let nouns = [
    "apple", "bridge", "candle", "castle", "cloud", "coffee", "daisy", "engine", "forest", "garden", "guitar", "harbor",
    "island", "jacket", "kettle", "ladder", "lantern", "lemon", "market", "meadow", "mirror", "mountain", "notebook",
    "orange", "paper", "pencil", "pepper", "piano", "pocket", "rabbit", "river", "rocket", "saddle", "sailor", "spoon",
    "station", "teapot", "ticket", "tulip", "valley", "violin", "window", "winter",
  ]
  static let folders = [
    "Archive", "Books", "Drafts", "Errands", "Family", "Finance", "Garden", "Health", "Hobbies", "House", "Ideas",
    "Journal", "Language", "Letters", "Lists", "Meetings", "Music", "Plans", "Projects", "Reading", "Recipes",
    "Reports",
    "School", "Shopping", "Sports", "Studio", "Travel", "Work",
  ]

  /// What the generator `phrase` knows, by kind.
  static let phrases: [String: [String]] = [
    "note": [
      "Water the plants on the balcony twice a week.", "The spare key is with the neighbour on the third floor.",
      "Bring the library books back before the weekend.", "Ask about the opening hours of the pool.",
      "Paint for the kitchen: two litres of warm white.", "The meeting room has a new door code.",
      "Try the bakery at the corner, it opens at six.", "Return the borrowed drill and buy new screws.",
      "Package arrives between ten and noon.", "The bus to the lake leaves every forty minutes.",
      "Measure the shelf before ordering the boxes.", "Call the dentist about the appointment in spring.",
      "Chapter four needs a better ending.", "The printer wants black ink, the small cartridge.",
      "Check the tyres before the long drive.", "Lesson five: numbers, colours and the days of the week.",
    ],
    "message": [
      "I will be ten minutes late, sorry!", "Dinner at our place on Friday?", "Can you send me the address again?",
      "Thanks for your help yesterday.", "The train is on time, see you soon.", "Did you get the tickets?",
      "Happy birthday! Have a great day.", "Please bring an umbrella, it looks like rain.",
      "The meeting moved to room twelve.", "I found your keys on the table.", "Good luck with the exam tomorrow!",
      "We are out of milk, could you buy some?", "Call me when you are home.", "The photos turned out really well.",
      "Shall we go for a run on Sunday?", "Your package is at the front desk.",
    ],
    "header": [
      "Updated today", "Important, read first", "First draft", "Needs review", "Checked and complete", "For the team",
      "Shopping plan", "Things to remember", "Notes from the call", "Work in progress", "Final version",
      "Open questions",
    ],
    "event": [
      "Team meeting", "Dentist appointment", "Piano lesson", "Lunch with Maya", "Project review", "Budget planning",
      "Call with the bank", "Yoga class", "Parents' evening", "Car inspection", "Book club", "Design workshop",
      "Haircut", "Swimming course", "Visit the museum", "Doctor's check-up", "Weekly planning", "Language course",
    ],
    "event_description": [
      "Bring the printed documents.", "Discuss the next steps and who does what.", "Please be five minutes early.",
      "We will go through the open points.", "Ask about the new schedule.", "Take notes for those who can't come.",
      "The room is on the second floor.", "Prepare three questions.",
    ],
    "place": [
      "City library", "Room 204", "Central park", "Main office", "Harbour café", "Town hall", "North station",
      "Sports centre", "Community kitchen", "Art museum",
    ],
    "address": [
      "12 Willow Lane", "48 Harbor Street", "7 Old Mill Road", "230 Park Avenue", "19 Garden Court", "85 Station Road",
      "3 Market Square", "64 Hillside Drive", "151 Lake View", "26 Chapel Street",
    ],
    "playlist": [
      "Morning run", "Rainy Sunday", "Road trip", "Deep focus", "Kitchen songs", "Evening calm", "Old favourites",
      "Summer party", "Long train ride", "Quiet piano",
    ],
    "song": [
      "Paper Boats", "Northern Lights", "Second Summer", "Slow Train Home", "Glass Houses", "Midnight Garden",
      "River Stones", "City of Rain", "Golden Hour", "Half a Moon", "Letters to June", "Small Hours", "Borrowed Time",
      "Sea of Wheat", "Open Windows", "Silver Line", "Far from Here", "The Lighthouse", "Cold Coffee", "Winter Coat",
    ],
    "todo": [
      "Buy groceries", "Pay the rent", "Clean the windows", "Book the flights", "Renew the passport", "Wash the car",
      "Fix the bicycle", "Write to grandma", "Order printer ink", "Plan the hike", "Cancel the subscription",
      "Iron the shirts", "Update the calendar", "Feed the cat", "Sort the photos", "Bake a cake",
    ],
    "expense": [
      "Groceries", "Bus ticket", "Cinema", "Coffee beans", "Dinner out", "Dry cleaning", "Electricity bill",
      "Garden soil",
      "Gym membership", "Haircut", "Internet bill", "Museum ticket", "New shoes", "Parking", "Pharmacy", "Rent",
      "Taxi ride", "Textbooks", "Train ticket", "Water bill", "Bicycle repair", "Birthday present", "Bookshelf",
      "Camping gear", "Charity run", "Concert", "Dentist", "Eye test", "Flea market", "Florist", "Guitar strings",
      "Hardware store", "Ice cream", "Language course", "Library fee", "Movie night", "Office chair", "Paint",
      "Pet food", "Phone bill", "Piano lesson", "Printer paper", "Raincoat", "Sandwich", "Ski pass",
    ],
    "ingredient": [
      "tuna", "lettuce", "cucumber", "avocado", "spinach", "chickpeas", "lentils", "mushrooms", "salmon", "tofu",
      "quinoa", "broccoli", "zucchini", "pumpkin", "carrots", "potatoes", "onions", "tomatoes", "feta", "basil",
      "ginger", "coconut milk", "walnuts", "apples",
    ],
    "recipe": [
      "Lemon Lentil Soup", "Tomato Basil Pasta", "Spinach Omelette", "Mushroom Risotto", "Chickpea Curry",
      "Roasted Carrot Salad", "Garlic Butter Shrimp", "Apple Oat Pancakes", "Black Bean Tacos", "Pumpkin Gnocchi",
      "Baked Salmon with Dill", "Greek Salad Pita", "Vegetable Stir Fry", "Chicken Noodle Soup", "Potato Leek Gratin",
      "Coconut Rice Bowl", "Zucchini Fritters", "Beetroot Hummus", "Tofu Noodle Soup", "Lamb Stew with Barley",
      "Cheese Scones", "Plum Crumble", "Fennel Orange Salad", "Peanut Noodles", "Cauliflower Curry", "Pea Pesto Pasta",
      "Egg Fried Rice", "Turkey Panini", "Cabbage Rolls", "Sweet Potato Wedges", "Walnut Bread", "Mango Smoothie",
      "Polenta with Mushrooms", "Bean Burritos", "Tomato Galette", "Quinoa Pilaf", "Shrimp Dumplings", "Onion Tart",
      "Carrot Cake", "Corn Chowder", "Ginger Cookies", "Spiced Pear Cake",
    ],
    "product": [
      "Desk lamp", "Water bottle", "Wool socks", "Running shoes", "Coffee grinder", "Phone case", "Rain jacket",
      "Picture frame", "Cutting board", "Travel mug", "Notebook set", "Yoga mat", "Wall clock", "Garden gloves",
    ],
    "sentence": [
      "The ferry leaves the harbour at noon.", "A small dog waited in front of the bakery.",
      "Nobody had heard the old clock in years.", "The garden smelled of rain and lavender.",
      "Every window on the street was dark.", "She painted the fence a bright yellow.",
      "The recipe asks for two cups of flour.", "They counted the stars until midnight.",
      "An orange kite hung in the tallest tree.", "His letters arrived on the first of each month.",
      "The library closes early on Thursdays.", "We carried the table down the stairs.",
    ],
  ]
}
